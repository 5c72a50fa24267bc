//! A small HTTP server: prints its address, and answers `/metrics?category=…&unit=…` and `/metrics/ID` in JSON.

use tiny_http::{Header, Response, Server};

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let server = Server::http("127.0.0.1:0")?;
    println!("{}", server.server_addr());
    for request in server.incoming_requests() {
        let (status, body) = yongkang_metrics_consumer::respond(request.url());
        let json: Header = "content-type: application/json; charset=utf-8".parse().expect("a header");
        request.respond(Response::from_string(body).with_status_code(status).with_header(json))?;
    }
    Ok(())
}
