import pytest

from crm_desktop.domain.baht_text import baht_text, baht_text_english
from crm_desktop.domain.money import Money


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("0.01", "หนึ่งสตางค์"),
        ("0.11", "สิบเอ็ดสตางค์"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("100.01", "หนึ่งร้อยบาทหนึ่งสตางค์"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("1000", "หนึ่งพันบาทถ้วน"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("11000011", "สิบเอ็ดล้านสิบเอ็ดบาทถ้วน"),
        ("21121121.21", "ยี่สิบเอ็ดล้านหนึ่งแสนสองหมื่นหนึ่งพันหนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("-5.50", "ลบห้าบาทห้าสิบสตางค์"),
        ("-0.25", "ลบยี่สิบห้าสตางค์"),
    ],
)
def test_the_sum_in_thai_words_is_the_one_in_figures(amount: str, words: str) -> None:
    assert baht_text(Money.of(amount)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "Zero baht only"),
        ("0.25", "Twenty-five satang"),
        ("11", "Eleven baht only"),
        ("40", "Forty baht only"),
        ("100.01", "One hundred baht and one satang"),
        (
            "1234567.89",
            "One million two hundred thirty-four thousand five hundred sixty-seven baht"
            " and eighty-nine satang",
        ),
        ("2000000000", "Two billion baht only"),
        ("-5.50", "Minus five baht and fifty satang"),
    ],
)
def test_the_sum_in_english_words_is_the_one_in_figures(amount: str, words: str) -> None:
    assert baht_text_english(Money.of(amount)) == words
