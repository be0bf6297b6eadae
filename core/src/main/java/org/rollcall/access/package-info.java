/// Who may use a service, and what they did with it: tokens for machines, accounts and sessions for
/// people, and the audit log.
@NullMarked
package org.rollcall.access;

import org.jspecify.annotations.NullMarked;
