"""Takes the proposals of a language service into what the rules read: nothing that the text does not hold; must not know the network."""

from initiatives.ingest.steps.proposals.merge import merged, without_an_answer
from initiatives.ingest.steps.proposals.prompt import messages
from initiatives.ingest.steps.proposals.reply import BrokenReply, Reply, read_reply

__all__ = ["BrokenReply", "Reply", "merged", "messages", "read_reply", "without_an_answer"]
