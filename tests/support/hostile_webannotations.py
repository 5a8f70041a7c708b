"""JSON that looks like Web Annotations but is not."""

from hypothesis import strategies as st

PAGE = "https://example.org/st12862.en19.pdf"
OURS = "urn:x-delegate-desk:document:ST%207001%2F26:en:" + "a" * 64
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = (
    "id @id type body oa:hasBody bodyValue target selector source refinedBy startSelector exact prefix start end value "
    "conformsTo motivation purpose created modified tags text uri references document title items first @graph rows "
    "desk:kind desk:status desk:visibility desk:due desk:holder desk:place format @value @list"
).split()
VALUES = st.sampled_from(
    [
        *(
            "Annotation",
            "Choice",
            "tagging",
            "replying",
            "text/html",
            "<p>&#x;<!--",
            "desk:question",
            "2026-01-01",
            PAGE,
        ),
        *(OURS, f"{OURS}#para 1\ud800", "urn:uuid:", "\ud800", "file://[", ""),
    ]
)
HOSTILE = st.recursive(
    JSON | VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=25,
)
