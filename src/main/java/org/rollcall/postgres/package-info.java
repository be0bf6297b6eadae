/// The roster read from PostgreSQL.
@NullMarked
package org.rollcall.postgres;

import org.jspecify.annotations.NullMarked;
