/// The API below `/api/v1`.
@NullMarked
package org.rollcall.server.api;

import org.jspecify.annotations.NullMarked;
