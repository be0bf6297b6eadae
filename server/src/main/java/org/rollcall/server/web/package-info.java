/// HTTP: what every answer has in common.
@NullMarked
package org.rollcall.server.web;

import org.jspecify.annotations.NullMarked;
