/// Intercom over HTTP: only this package knows its paths, its JSON, its status codes and its
/// wording.
@NullMarked
package org.rollcall.intercom;

import org.jspecify.annotations.NullMarked;
