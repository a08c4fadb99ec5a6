#include <sqlite3.h>

// A function with variable arguments, which Swift does not see.
static inline int augury_sqlite3_forget_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
