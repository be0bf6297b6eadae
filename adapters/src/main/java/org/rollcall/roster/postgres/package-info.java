/// The roster read from PostgreSQL.
@NullMarked
package org.rollcall.roster.postgres;

import org.jspecify.annotations.NullMarked;
