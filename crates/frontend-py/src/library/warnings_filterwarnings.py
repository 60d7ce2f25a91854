from warnings import _state
import warnings as _warnings_module


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if module or lineno:
        _warnings_module._unsupported("a filter of warnings by their place")
    added = _WarningsFilter(action, category, message)
    if append:
        _state.filters.append(added)
    else:
        _state.filters.insert(0, added)
    _state.shown.clear()
