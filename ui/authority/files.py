"""The matrix as a spreadsheet."""

from pathlib import Path

from crm_desktop.domain.authority import Matrix
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.matrix_sheet import write_matrix


def write(matrix: Matrix, path: Path) -> Path:
    """Write the sheet; Refused `file_unwritable` where that cannot be."""
    try:
        write_matrix(matrix, path)
    except OSError as problem:
        words = problem.strerror or ""
        raise Refused("file_unwritable", path=str(path), problem=words) from None
    return path
