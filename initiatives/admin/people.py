"""People who sign in, and the groups that say what they may do."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

admin.site.unregister(User)
admin.site.unregister(Group)


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
    """A person. Members of the group “editors” decide drafts at the desk; the staff enters here, with the permissions of their groups."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "first_name", "last_name", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active")
    autocomplete_fields = ("groups",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": (("first_name", "last_name"), "email")}),
        ("What this person may do", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Days", {"fields": ("last_login", "date_joined")}),
    )


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
