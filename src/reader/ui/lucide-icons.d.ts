/** Icons one by one: the package's entry would load two thousand. */
declare module 'lucide/dist/esm/icons/*' {
  import type { IconNode } from 'lucide'
  const icon: IconNode
  export default icon
}
