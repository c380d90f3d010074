"""Money in words, as a Thai paper must say it; the libraries disagree, so the rule stands here."""

from crm_desktop.domain.money import Money

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")
_ONES = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def baht_text(amount: Money) -> str:
    """Thai words: สิบเอ็ดบาทถ้วน, หนึ่งร้อยบาทหนึ่งสตางค์; a negative amount begins with ลบ."""
    baht, satang = divmod(abs(amount.satang), 100)
    words = "ลบ" if amount.satang < 0 else ""
    if baht or not satang:
        words += (_thai(baht) or "ศูนย์") + "บาท"
    return words + (_thai(satang) + "สตางค์" if satang else "ถ้วน")


def _thai(number: int) -> str:
    millions, rest = divmod(number, 1_000_000)
    words = _thai(millions) + "ล้าน" if millions else ""
    for place, digit in zip(_PLACES, map(int, f"{rest:06}"), strict=True):
        if digit == 1 and not place and words:
            words += "เอ็ด"
        elif digit and place == "สิบ":
            words += {1: "", 2: "ยี่"}.get(digit, _DIGITS[digit]) + place
        elif digit:
            words += _DIGITS[digit] + place
    return words


def baht_text_english(amount: Money) -> str:
    """English words: Eleven baht only, One hundred baht and one satang."""
    baht, satang = divmod(abs(amount.satang), 100)
    parts = [f"{_english(baht) or 'zero'} baht"] if baht or not satang else []
    if satang:
        parts.append(f"{_english(satang)} satang")
    words = ("minus " if amount.satang < 0 else "") + " and ".join(parts)
    return words[0].upper() + words[1:] + ("" if satang else " only")


def _english(number: int) -> str:
    for size, name in _SCALES:
        if number >= size:
            count, rest = divmod(number, size)
            return f"{_english(count)} {name} {_english(rest)}".rstrip()
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
