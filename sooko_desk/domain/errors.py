"""The two kinds of refusal that an officer may read. Everything else is a bug."""


class OfficerError(Exception):
    """Something the officer is told in one Indonesian sentence. Raised as one of the two below."""


class UserError(OfficerError):
    """The officer can put it right: the text says what happened and what to do."""


class RuleError(OfficerError):
    """An office rule forbids it: the text says which rule and why."""


class FieldsError(UserError):
    """Several fields of one form are wrong; nothing was stored.

    Attributes:
        per_field: field id (as in the form) to the sentence shown beside that field.
    """

    def __init__(self, per_field: dict[str, str]) -> None:
        self.per_field = dict(per_field)
        super().__init__("Belum tersimpan. Perbaiki isian yang bertanda merah.")


class PeringatanError(OfficerError):
    """Nothing is wrong, but the officer should look once before the case is stored.

    Attributes:
        per_field: field id to the sentence shown beside that field.
    """

    def __init__(self, per_field: dict[str, str]) -> None:
        self.per_field = dict(per_field)
        super().__init__(
            "Belum tersimpan: ada yang perlu dilihat. "
            "Bila sudah benar, tekan Ctrl+Enter sekali lagi."
        )
