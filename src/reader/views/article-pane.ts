import { laterComponent } from '../ui/later-component'

/** The code that shows articles is loaded after the first page, or along with it if the address names an article. */
export const articlePane = laterComponent(() => import('./ArticlePane.vue'))
