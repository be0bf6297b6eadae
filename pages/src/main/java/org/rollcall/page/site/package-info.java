/// The pages of the service, as values and as HTML. They ask nobody: whoever serves them says what
/// they show.
@NullMarked
package org.rollcall.page.site;

import org.jspecify.annotations.NullMarked;
