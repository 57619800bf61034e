import { laterComponent } from '../ui/later-component'

/** The code that shows printed pages is loaded only by who sees one. */
export const facsimilePage = laterComponent(() => import('./FacsimilePage.vue'))
