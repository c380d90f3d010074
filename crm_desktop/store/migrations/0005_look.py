"""The shop's own look: terms and logo leave the shop's settings for settings of their own."""

import json
from typing import Any

TERMS = ("terms_th", "terms_en", "special_terms_th", "special_terms_en")
LOGO = "logo_png"


def up(migrator: Any, db: Any) -> None:
    """Move what is stored; a database without settings yet has nothing to move."""
    row = db.execute_sql("SELECT value FROM setting WHERE key = 'shop'").fetchone()
    if row is None:
        return
    shop = json.loads(row[0])
    _keep(db, "look", {name: shop.pop(name) for name in TERMS if name in shop})
    logo = shop.pop(LOGO, "")
    _keep(db, "logo", {"png": logo} if logo else {})
    db.execute_sql(f"UPDATE setting SET value = {db.param} WHERE key = 'shop'", (_text(shop),))


def _keep(db: Any, key: str, value: dict[str, str]) -> None:
    if value:
        text = f"INSERT INTO setting (key, value, version) VALUES ({db.param}, {db.param}, 1)"
        db.execute_sql(text, (key, _text(value)))


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
