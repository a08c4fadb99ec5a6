#include <sqlite3.h>

// Functions with variable arguments, which Swift does not see.
static inline int augury_sqlite3_forget_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int augury_sqlite3_take_as_blank(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_RESET_DATABASE, 1, (int *)0);
}
