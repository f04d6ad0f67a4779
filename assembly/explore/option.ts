/** The cases of `exploration.search-options`. */
export const enum Option {
  RENAMING = 1, FIRST_WAY = 2, TRACED = 4, CHECKED = 8, SURVEYED = 16, CERTAIN = 32,
}

/** The cases of `exploration.search-end`; RUNNING is none of them. */
export const enum End { COMPLETE, VIOLATED, CROWDED, RUNNING }
