from warnings import _state


class catch_warnings:
    def __init__(self):
        self._recorded = []

    def __enter__(self):
        self._filters = list(_state.filters)
        self._was_recording = _state.is_recording
        self._others = _state.recorded
        _state.shown.clear()
        return None

    def __exit__(self, kind, value, traceback):
        _state.filters[:] = self._filters
        _state.is_recording = self._was_recording
        _state.recorded = self._others
        _state.shown.clear()
