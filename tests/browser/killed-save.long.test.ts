import './killed-save.test'
