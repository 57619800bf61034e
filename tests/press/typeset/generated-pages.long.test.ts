import './generated-pages.test'
