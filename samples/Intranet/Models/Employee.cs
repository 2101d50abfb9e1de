using System;

namespace Intranet.Models
{
    public class Employee
    {
        public int Id { get; set; }
        public string Name { get; set; }
        public string Department { get; set; }
        public string Phone { get; set; }
    }

    public class NewsItem
    {
        public int Id { get; set; }
        public string Title { get; set; }
        public string Body { get; set; }
        public DateTime Published { get; set; }
    }

    [Serializable]
    public class RotaState
    {
        public string Week { get; set; }
        public string[] Names { get; set; }
    }
}
