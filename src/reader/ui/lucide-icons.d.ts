/** Each icon by itself: the package's own entry loads two thousand. */
declare module 'lucide/dist/esm/icons/*' {
  import type { IconNode } from 'lucide'
  const icon: IconNode
  export default icon
}
