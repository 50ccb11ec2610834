// Input that nobody should have written, through whole builds: each gives a book, and one run of EPUBCheck judges all.

import { expect, it } from 'vitest'
import { hasJava, javaEpubcheck } from '../epubcheck.js'
import { books } from './books.js'
import { describeDrawings } from './drawings.js'
import { describeFields } from './fields.js'
import { describeNames } from './names.js'
import { describeServers } from './servers.js'

describeServers()
describeDrawings()
describeNames()
describeFields()

it.skipIf(!hasJava)('gives books of which EPUBCheck has nothing to say', async () => {
  expect(books.length).toBeGreaterThan(20)
  expect(await javaEpubcheck(books)).toEqual([])
})
