"""A special order that its customer refuses, and whose deposit is forfeited under authority."""

from ui.walk.steps import Steps


class SpecialOrderWalk(Steps):
    """To come."""

    def go(self):
        return ()
