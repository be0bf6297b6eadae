/// The doctor's questions to a database, a server and a workspace. Adapters answer them.
@NullMarked
package org.rollcall.survey;

import org.jspecify.annotations.NullMarked;
