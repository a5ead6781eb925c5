/// The REST interface: requests in JSON to calls of the library's chains, their results to JSON, everything
/// that is wrong to RFC 9457 problems. It translates and decides nothing.
///
/// Start with a resource, such as [DraftsResource]. A body is read by [JsonBody], a query string by
/// [QueryFields]; both report into [org.proviso.library.RequestReader], so that one answer names all that is
/// wrong. [HttpGuard] stands in front of every route, [RequestGeneration] gives each request the one library
/// that it works with, [ProblemMapper] behind every resource. The records here are the contract of the
/// interface; objects of the domain are never serialised.
@NullMarked
package org.proviso.web;

import org.jspecify.annotations.NullMarked;
