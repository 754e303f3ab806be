"""People who sign in, and the groups that say what they may do."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db import models
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from initiatives.desk.account import devices

admin.site.unregister(User)
admin.site.unregister(Group)
admin.site.unregister([TOTPDevice, StaticDevice])  # their pages show the keys; people have their own at the desk


class SuperusersOnly:
    """People and groups are changed by superusers alone: whoever hands out permissions could hand them to themselves."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Superusers."""
        return _is_superuser(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return _is_superuser(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return _is_superuser(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return _is_superuser(request)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(request.user.is_active and request.user.is_superuser)


@admin.register(User)
class PersonAdmin(SuperusersOnly, UserAdmin, ModelAdmin):  # type: ignore[type-arg]  # the class takes no argument when it runs
    """A person. The groups “contributors” and “editors” give a role at the desk; the staff enters here, with the permissions of their groups."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "first_name", "last_name", "is_staff", "is_active", "second_factor", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active")
    autocomplete_fields = ("groups",)
    filter_horizontal = ()
    readonly_fields = ("second_factor", "last_login", "date_joined")
    actions = ("reset_second_factor",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": (("first_name", "last_name"), "email")}),
        ("What this person may do", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Signing in", {"fields": ("second_factor",)}),
        ("Days", {"fields": ("last_login", "date_joined")}),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        """People with whether they have a second factor."""
        on = TOTPDevice.objects.filter(user=models.OuterRef("pk"), confirmed=True)
        people: models.QuerySet[User] = super().get_queryset(request).annotate(has_second_factor=models.Exists(on))
        return people

    @admin.display(description="second factor", boolean=True)
    def second_factor(self, person: Any) -> bool:
        """Whether a code is asked for when the person signs in."""
        return bool(getattr(person, "has_second_factor", False))

    @admin.action(description="Take the second factor away, for who lost the phone", permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, people: models.QuerySet[User]) -> None:
        """Takes application and backup codes off the chosen accounts, and writes down who did it."""
        taken = [person for person in people if devices.removed(person)]
        for person in taken:
            self.log_change(request, person, "Took the second factor away.")
        names = ", ".join(person.get_username() for person in taken)
        words = f"The second factor is off for: {names}. The password alone signs them in." if taken else "None of the chosen has a second factor."
        self.message_user(request, words)


@admin.register(Group)
class PeopleGroupAdmin(SuperusersOnly, GroupAdmin, ModelAdmin):
    """What several people may do."""

    filter_horizontal = ()
    autocomplete_fields = ("permissions",)


@admin.register(Permission)
class PermissionAdmin(ModelAdmin):
    """One thing that may be done, found by typing."""

    search_fields = ("name", "codename")
    list_select_related = ("content_type",)
    ordering = ("content_type__app_label", "codename")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Reached from groups; not listed on the first page."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Made by the product."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Permission | None = None) -> bool:
        """Made by the product."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Permission | None = None) -> bool:
        """Made by the product."""
        return False
