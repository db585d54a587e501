using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhanDao.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    modified_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: true),
                    job_id = table.Column<long>(type: "INTEGER", nullable: true),
                    original_id = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    failure_code = table.Column<int>(type: "INTEGER", nullable: true),
                    log = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<double>(type: "REAL", nullable: true),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    text_print = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_files", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_import_files_content_hash",
                table: "import_files",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "IX_import_files_job_id",
                table: "import_files",
                column: "job_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_files_path",
                table: "import_files",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_files_state",
                table: "import_files",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_files");
        }
    }
}
