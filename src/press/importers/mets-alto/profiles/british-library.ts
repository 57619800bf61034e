import { childrenOf } from '../xml/xml-tree'
import type { MetsProfile } from '../mets/mets-issue'

/**
 * The British Library: articles are empty divisions of the logical structure, linked to areas of pages, each of which is a range of
 * words.
 */
export const britishLibrary: MetsProfile = {
  name: 'British Library',
  matches: ({ root }) => childrenOf(root, 'structLink').some((all) => childrenOf(all, 'smLinkGrp').length > 0),
}
