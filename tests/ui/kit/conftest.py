import pytest

from sooko_desk.ui import theme


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    theme.apply(qapp)


@pytest.fixture
def shown(qtbot):
    """Show a widget as the active window, so that focus behaves as on the desk."""

    kept = []  # qtbot holds widgets weakly

    def show(widget):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
