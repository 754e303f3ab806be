"""The addresses of one's own account."""

from django.urls import path

from initiatives.desk.account import pages, second_factor

urlpatterns = [
    path("", pages.account, name="desk-account"),
    path("password/", pages.change_password, name="desk-account-password"),
    path("second-factor/", second_factor.second_factor, name="desk-second-factor"),
    path("second-factor/confirm/", second_factor.confirm, name="desk-second-factor-confirm"),
    path("second-factor/codes/", second_factor.new_codes, name="desk-second-factor-codes"),
    path("second-factor/remove/", second_factor.remove, name="desk-second-factor-remove"),
]
