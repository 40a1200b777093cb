package foramen.storage;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on a server. */
@ExtendWith(OnPostgres.class)
class TwoEditorsOnPostgresTest extends TwoEditorsContract {
    TwoEditorsOnPostgresTest(PostgresServer server) throws SQLException {
        super(server.database());
    }
}
