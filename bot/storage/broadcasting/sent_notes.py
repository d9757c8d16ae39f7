"""Where a note was sent, for whoever puts newer words in its place."""

from sqlalchemy import bindparam, select

from bot.messages import Address
from bot.storage.database import Transaction
from bot.storage.delivery.stretch import IN_STRETCH
from bot.storage.notice_tables import deliveries, mailings

_sent = (
    select(deliveries.c.channel, deliveries.c.account, deliveries.c.messages)
    .join(mailings, IN_STRETCH)
    .where(mailings.c.key == bindparam("of"), deliveries.c.state == "sent")
    .order_by(deliveries.c.id)
)


def sent_notes(tx: Transaction, key: str) -> tuple[tuple[Address, str], ...]:
    """Each address with the network's name for the first message of the note that went there."""
    rows = tx.execute(_sent, {"of": key}).all()
    return tuple((Address(row.channel, row.account), row.messages[0]) for row in rows if row.messages)
