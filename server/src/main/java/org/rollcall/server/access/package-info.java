/// Who may ask the service for what.
@NullMarked
package org.rollcall.server.access;

import org.jspecify.annotations.NullMarked;
