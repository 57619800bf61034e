import './interrupted-build.test'
