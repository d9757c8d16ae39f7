"""Where the rows of a mailing lie is kept with it, so that the ledger needs one index less."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FOUND = """
UPDATE mailings SET
    first_row = (SELECT min(id) FROM deliveries WHERE deliveries.mailing = mailings.id),
    last_row = (SELECT max(id) FROM deliveries WHERE deliveries.mailing = mailings.id)
"""


def upgrade() -> None:
    op.add_column("mailings", sa.Column("first_row", _ID))
    op.add_column("mailings", sa.Column("last_row", _ID))
    op.execute(_FOUND)
    op.drop_index("deliveries_contact", "deliveries")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.drop_constraint("deliveries_mailing_key", type_="unique")
        deliveries.create_unique_constraint("deliveries_contact_key", ["contact", "mailing"])
