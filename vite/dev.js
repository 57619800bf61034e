/**
 * `npm run dev`: the reader with hot reload over the specimen; `npm run dev -- <folder>` over another manuscript. The press and
 * the issue are built again when their sources change.
 */
import { createServer } from 'vite'

const [manuscript] = process.argv.slice(2)
if (manuscript !== undefined) process.env.BANMIAN_MANUSCRIPT = manuscript

const server = await createServer({ mode: 'dev' })
await server.listen()
server.printUrls()
