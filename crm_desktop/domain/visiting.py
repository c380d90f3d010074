"""The codes of a visit: each value is also the id of its name in the message catalogue."""

from enum import Enum


class Channel(Enum):
    """How the customer is met."""

    VISIT = "meet_visit"
    PHONE = "meet_phone"
    LINE = "meet_line"
    COUNTER = "meet_counter"


class Outcome(Enum):
    """What a visit led to."""

    SOLD = "outcome_sold"
    QUOTATION = "outcome_quotation"
    FOLLOW_UP = "outcome_follow_up"
    NO_NEED = "outcome_no_need"
    NOT_MET = "outcome_not_met"
    COMPLAINT = "outcome_complaint"


class Obstacle(Enum):
    """What stood in the way of a sale."""

    NONE = "obstacle_none"
    PRICE = "obstacle_price"
    STOCK = "obstacle_stock"
    CREDIT = "obstacle_credit"
    COMPETITOR = "obstacle_competitor"
    TIMING = "obstacle_timing"
    ABSENT = "obstacle_absent"
    QUALITY = "obstacle_quality"
    DELIVERY = "obstacle_delivery"
    OTHER = "obstacle_other"
