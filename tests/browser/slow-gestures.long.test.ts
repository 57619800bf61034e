import './slow-gestures.test'
