"""Has an article read by the language service too, where there is one; whatever goes wrong, the rules' reading stands. Must not read itself."""

from initiatives.ingest.assistant.client import Silence, ask
from initiatives.ingest.assistant.service import Service
from initiatives.ingest.steps import proposals
from initiatives.ingest.values import Article, Understanding


def assisted(article: Article, understanding: Understanding, service: Service | None) -> Understanding:
    """The understanding with the service's proposals that the text bears out. Nothing is asked about an article that is not relevant."""
    if service is None or understanding.verdict == "no":
        return understanding
    answer = ask(service, proposals.messages(article))
    if isinstance(answer, Silence):
        return proposals.without_an_answer(understanding, answer.words)
    try:
        reply = proposals.read_reply(answer)
    except proposals.BrokenReply:
        return proposals.without_an_answer(understanding, "The language service did not answer in the form asked for.")
    return proposals.merged(article, understanding, reply, service.model)
