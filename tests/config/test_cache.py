"""The cache while its server is away."""

from config.cache import ForgivingRedisCache


def test_an_absent_server_is_a_miss_and_never_an_error() -> None:
    cache = ForgivingRedisCache("redis://127.0.0.1:1/0", {})
    cache.set("key", 1)
    assert cache.get("key", "nothing") == "nothing"
    assert cache.get_many(["key"]) == {}
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.add("key", 1) is False
    assert cache.delete("key") is False
