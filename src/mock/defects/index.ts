import type { Defect } from './defect.ts'
import { pageDefects } from './pages.ts'
import { resourceDefects } from './resources.ts'
import { tokenDefects } from './token.ts'

export type { Defect } from './defect.ts'

/** Every named defect, in the order of the requirements they break. */
export const defects: readonly Defect[] = [...tokenDefects, ...pageDefects, ...resourceDefects]
