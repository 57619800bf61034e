import './articles.test'
