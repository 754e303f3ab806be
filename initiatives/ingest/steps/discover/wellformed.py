"""Makes prepared XML well-formed, in time that grows with its length alone; must not know what it says."""

from lxml import etree  # type: ignore[import-untyped]

DEEPEST = 100  # elements within each other; feeds have about ten


def well_formed(text: str) -> bytes | None:
    """The text as UTF-8: as it is where it is XML, else as much of it as libxml2 can recover; None where that is nothing.

    feedparser would read broken XML too, but with a parser that takes minutes for what was made to hold it up.
    """
    body = text.encode("utf-8", "replace")
    parser = etree.XMLParser(encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _depth(root) > DEEPEST:
        return None
    return body if not parser.error_log else bytes(etree.tostring(root, encoding="utf-8"))


def _depth(root: etree._Element) -> int:
    """How many elements stand within each other."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
